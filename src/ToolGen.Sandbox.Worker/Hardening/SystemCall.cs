using System;
using System.Runtime.InteropServices;

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>A system call of Linux, by its number on either processor; -1 where a processor has none of that name.</summary>
internal readonly record struct SystemCall(int X64, int Arm64)
{
    // Split is clone, Split3 is clone3, ReadOther is process_vm_readv.
    public static readonly SystemCall Split = new(56, 220), Split3 = new(435, 435), Execve = new(59, 221), Fcntl = new(72, 25), Ioctl = new(16, 29), Kill = new(62, 129), Map = new(9, 222),
        Open = new(2, -1), OpenAt = new(257, 56), Prctl = new(157, 167), PrLimit = new(302, 261), Ptrace = new(101, 117), ReadOther = new(310, 270), Seccomp = new(317, 277), SetAffinity = new(203, 122), Socket = new(41, 198),
        TgKill = new(234, 131), Unshare = new(272, 97);

    /// <summary>
    /// What a runtime that computes, loads assemblies and starts threads calls, in the order of how often: reading, memory, threads, signals to itself, clocks,
    /// questions about itself. Nothing here changes a file, names another process, or reaches a network. Pairs of numbers, x64 and arm64, that need no code to be there.
    /// </summary>
    public static ReadOnlySpan<short> Harmless =>
    [
        202, 98, // futex
        0, 63, 1, 64, 9, 222, 10, 226, 28, 233, // read write mmap mprotect madvise
        11, 215, 24, 124, 324, 283, 3, 57, // munmap sched_yield membarrier close
        7, -1, 271, 73, 228, 113, 17, 67, // poll ppoll clock_gettime pread64
        5, 80, 262, 79, 4, -1, 6, -1, 332, 291, // fstat newfstatat stat lstat statx
        21, -1, 269, 48, 439, 439, 89, -1, 267, 78, // access faccessat faccessat2 readlink readlinkat
        8, 62, 19, 65, 20, 66, 295, 69, 18, 68, // lseek readv writev preadv pwrite64
        217, 61, 79, 17, 221, 223, 137, 43, 138, 44, // getdents64 getcwd fadvise64 statfs fstatfs; no flock: it locks what others only read
        32, 23, 33, -1, 292, 24, 293, 59, // dup dup2 dup3 pipe2
        25, 216, 12, 214, 27, 232, 149, 228, 150, 229, 26, 227, // mremap brk mincore mlock munlock msync
        239, 236, 238, 237, 237, 235, // get_mempolicy set_mempolicy mbind
        273, 99, 334, 293, 218, 96, 60, 93, 231, 94, // set_robust_list rseq set_tid_address exit exit_group
        186, 178, 39, 172, 110, 173, 102, 174, 107, 175, 104, 176, 108, 177, // gettid getpid getppid getuid geteuid getgid getegid
        204, 123, 309, 168, 143, 121, 145, 120, 146, 125, 147, 126, // sched_getaffinity getcpu sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min
        13, 134, 14, 135, 15, 139, 130, 133, 128, 137, 131, 132, 219, 128, // rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait sigaltstack restart_syscall
        35, 101, 229, 114, 230, 115, 96, 169, 201, -1, 100, 153, // nanosleep clock_getres clock_nanosleep gettimeofday time times
        98, 165, 99, 179, 63, 160, 318, 278, 97, 163, 158, -1, // getrusage sysinfo uname getrandom getrlimit arch_prctl
    ];

    public int On(Architecture processor) => processor switch
    {
        Architecture.X64 => this.X64,
        Architecture.Arm64 => this.Arm64,
        _ => throw new PlatformNotSupportedException($"there is no filter of system calls for {processor}"),
    };
}
