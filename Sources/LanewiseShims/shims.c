#include "LanewiseShims.h"
