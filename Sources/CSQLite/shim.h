// SQLite as Swift sees it: the header, and one function for each macro and each function with
// variable arguments that Swift cannot import.
#ifndef THIDUA_CSQLITE_H
#define THIDUA_CSQLITE_H
#include <sqlite3.h>

// Binds a copy, so that the bytes need not outlive the call (the macro SQLITE_TRANSIENT is a cast).
static inline int csqlite_bind_text_copy(
    sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}
static inline int csqlite_bind_blob_copy(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Sets one of the SQLITE_DBCONFIG_* switches that take an int.
static inline int csqlite_db_config(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}

// No counts of memory used: they put a lock around every allocation of every thread.
static inline int csqlite_forget_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
#endif
