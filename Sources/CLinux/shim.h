// The parts of Linux that the Glibc module lacks.
#ifndef THIDUA_CLINUX_H
#define THIDUA_CLINUX_H
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#endif
