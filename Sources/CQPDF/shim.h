#include <qpdf/qpdf-c.h>
#include <signal.h>
#include <stdlib.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

/* prctl takes any number of arguments, and so cannot be called from Swift. Other systems have no such thing. */
static inline int klubba_end_with_parent(void) {
#if defined(__linux__)
    return prctl(PR_SET_PDEATHSIG, SIGKILL);
#else
    return 0;
#endif
}

/* What libqpdf gave is given back through the C library that it took it from. */
static inline void klubba_free(void *memory) { free(memory); }
