// OpenSSL as Swift sees it: the headers, and one function for each macro that Swift cannot import.
#ifndef THIDUA_COPENSSL_H
#define THIDUA_COPENSSL_H
#include <openssl/ssl.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#endif
