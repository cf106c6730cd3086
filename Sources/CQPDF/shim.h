#include <qpdf/qpdf-c.h>
#include <signal.h>
#include <sys/prctl.h>

/* prctl takes any number of arguments, and so cannot be called from Swift. */
static inline int klubba_end_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }
