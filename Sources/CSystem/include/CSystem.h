#ifndef KLUBBA_SYSTEM_H
#define KLUBBA_SYSTEM_H

/* System calls that the platform's own module does not show to Swift. Each answers 0, or -1 with errno. */

/* Lets two names change places in one step. ENOSYS where the system cannot. */
int klubba_exchange(int left_folder, const char *left, int right_folder, const char *right);

/* Opens a file for reading that no symbolic link leads to, in any part of its path: ELOOP where one does. */
int klubba_open_unlinked(const char *path);

/* Waits until all that was written to the descriptor's file system is on the disk. */
int klubba_synchronize(int descriptor);

/* The kind of the file system that a descriptor lies on, as statfs(2) numbers it; 0 where nobody can tell. */
unsigned long klubba_file_system(int descriptor);

/* Gives one open folder the mode, and as far as may be the owner and the extended attributes (access lists among them),
   of another. */
void klubba_take_after(int descriptor, int model);

#endif
