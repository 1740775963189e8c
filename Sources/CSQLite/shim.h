// SQLite as Swift sees it: the header, and one function for each macro that Swift cannot import.
#ifndef THIDUA_CSQLITE_H
#define THIDUA_CSQLITE_H
#include <sqlite3.h>
#endif
