// The parts of Linux that the Glibc module lacks.
#ifndef THIDUA_CLINUX_H
#define THIDUA_CLINUX_H
#include <malloc.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
// Declared by glibc for _GNU_SOURCE only.
extern const char *strerrordesc_np(int);
extern int accept4(int, struct sockaddr *, socklen_t *, int);
extern int pthread_setname_np(pthread_t, const char *);
#endif
