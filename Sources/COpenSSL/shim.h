// OpenSSL as Swift sees it: the headers, and one function for each macro that Swift cannot import.
#ifndef THIDUA_COPENSSL_H
#define THIDUA_COPENSSL_H
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

// Contexts
static inline long shim_SSL_CTX_set_mode(SSL_CTX *ctx, long mode) {
  return SSL_CTX_set_mode(ctx, mode);
}
static inline int shim_SSL_CTX_set_min_proto_version(SSL_CTX *ctx, int version) {
  return (int)SSL_CTX_set_min_proto_version(ctx, version);
}
static inline int shim_SSL_CTX_set_max_proto_version(SSL_CTX *ctx, int version) {
  return (int)SSL_CTX_set_max_proto_version(ctx, version);
}
static inline void shim_SSL_CTX_set_read_ahead(SSL_CTX *ctx, int yes) {
  SSL_CTX_set_read_ahead(ctx, yes);
}
static inline void shim_SSL_CTX_set_session_cache_mode(SSL_CTX *ctx, long mode) {
  SSL_CTX_set_session_cache_mode(ctx, mode);
}
static inline int shim_SSL_CTX_set1_groups_list(SSL_CTX *ctx, const char *list) {
  return (int)SSL_CTX_set1_groups_list(ctx, list);
}
static inline int shim_SSL_CTX_add1_chain_cert(SSL_CTX *ctx, X509 *cert) {
  return (int)SSL_CTX_add1_chain_cert(ctx, cert);
}
static inline long shim_SSL_CTX_get_tlsext_ticket_keys(SSL_CTX *ctx, void *keys, long count) {
  return SSL_CTX_get_tlsext_ticket_keys(ctx, keys, count);
}
static inline long shim_SSL_CTX_set_tlsext_ticket_keys(SSL_CTX *ctx, void *keys, long count) {
  return SSL_CTX_set_tlsext_ticket_keys(ctx, keys, count);
}
static inline uint64_t shim_SSL_OP_hardened(void) {
  return SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE;
}

// Connections
static inline int shim_SSL_set_tlsext_host_name(SSL *ssl, const char *name) {
  return (int)SSL_set_tlsext_host_name(ssl, name);
}

static inline int shim_is_unexpected_eof(unsigned long code) {
  return ERR_GET_LIB(code) == ERR_LIB_SSL &&
         ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
}

static inline int shim_is_no_start_line(unsigned long code) {
  return ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
}

// Bytes, names and keys
static inline unsigned long shim_XN_FLAG_readable(void) {
  return XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;
}
static inline long shim_BIO_get_mem_data(BIO *bio, char **start) {
  return BIO_get_mem_data(bio, start);
}
static inline EVP_PKEY *shim_EVP_EC_gen(const char *curve) {
  return EVP_EC_gen(curve);
}
#endif
