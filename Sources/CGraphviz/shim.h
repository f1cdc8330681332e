#include <gvc.h>
#include <cgraph.h>
