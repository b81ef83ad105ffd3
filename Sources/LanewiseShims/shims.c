#include "LanewiseShims.h"

_Thread_local lanewise_thread_state_t lanewise_thread_state_storage;
