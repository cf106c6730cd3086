#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/xattr.h>

static void take_attributes(int descriptor, int model) {
    char names[4096], value[65536];
    ssize_t length = flistxattr(model, names, sizeof names);
    for (ssize_t at = 0; at < length; at += (ssize_t)strlen(names + at) + 1) {
        ssize_t size = fgetxattr(model, names + at, value, sizeof value);
        if (size >= 0) (void)fsetxattr(descriptor, names + at, value, (size_t)size, 0);
    }
}

int klubba_exchange(int left_folder, const char *left, int right_folder, const char *right) {
    /* RENAME_EXCHANGE in linux/fs.h. By number, since older C libraries (and some musl) lack the function. */
    return (int)syscall(SYS_renameat2, left_folder, left, right_folder, right, 2u);
}

int klubba_synchronize(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }

/* struct open_how and RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS in linux/openat2.h. */
static int open_at_once(const char *path) {
    unsigned long long how[3] = {O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0, 0x02 | 0x04};
    return (int)syscall(437, AT_FDCWD, path, how, sizeof how);
}

unsigned long klubba_file_system(int descriptor) {
    struct statfs status;
    return fstatfs(descriptor, &status) == 0 ? (unsigned long)status.f_type & 0xFFFFFFFFul : 0;
}
#elif defined(__APPLE__)
#include <copyfile.h>
#include <fcntl.h>

static int open_at_once(const char *path) {
    (void)path;
    errno = ENOSYS;
    return -1;
}

static void take_attributes(int descriptor, int model) {
    (void)fcopyfile(model, descriptor, NULL, COPYFILE_ACL | COPYFILE_XATTR);
}

int klubba_exchange(int left_folder, const char *left, int right_folder, const char *right) {
    return renameatx_np(left_folder, left, right_folder, right, RENAME_SWAP);
}

int klubba_synchronize(int descriptor) { return fcntl(descriptor, F_FULLFSYNC); }

unsigned long klubba_file_system(int descriptor) { return 0; }
#else
static int open_at_once(const char *path) {
    errno = ENOSYS;
    return -1;
}

static void take_attributes(int descriptor, int model) {}

int klubba_exchange(int left_folder, const char *left, int right_folder, const char *right) {
    errno = ENOSYS;
    return -1;
}

int klubba_synchronize(int descriptor) { return fsync(descriptor); }

unsigned long klubba_file_system(int descriptor) { return 0; }
#endif

void klubba_take_after(int descriptor, int model) {
    struct stat status;
    if (fstat(model, &status) != 0) return;
    if (fchown(descriptor, status.st_uid, status.st_gid) != 0) (void)!fchown(descriptor, (uid_t)-1, status.st_gid);
    take_attributes(descriptor, model);
    (void)!fchmod(descriptor, status.st_mode & 07777);
}

/* Folder by folder, for kernels before 5.6 and where a sandbox forbids the one call. */
static int open_by_parts(const char *path) {
    int folder = open(path[0] == '/' ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (folder >= 0) {
        while (*path == '/') path++;
        size_t length = strcspn(path, "/");
        char part[256];
        if (length == 0 || length >= sizeof part) {
            close(folder);
            errno = length == 0 ? EISDIR : ENAMETOOLONG;
            return -1;
        }
        memcpy(part, path, length);
        part[length] = 0;
        path += length;
        int isLast = *path == 0;
        int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | (isLast ? O_NONBLOCK : O_DIRECTORY);
        int next = openat(folder, part, flags);
        int failure = errno;
        close(folder);
        errno = failure;
        if (isLast || next < 0) return next;
        folder = next;
    }
    return -1;
}

int klubba_open_unlinked(const char *path) {
    int descriptor = open_at_once(path);
    return descriptor < 0 && (errno == ENOSYS || errno == EPERM) ? open_by_parts(path) : descriptor;
}
