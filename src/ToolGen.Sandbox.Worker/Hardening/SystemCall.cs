using System;
using System.Runtime.InteropServices;

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>A system call of Linux, by its number on either processor; -1 where a processor has none of that name.</summary>
internal readonly record struct SystemCall(int X64, int Arm64)
{
    // Split is clone, Split3 is clone3, ReadOther is process_vm_readv.
    public static readonly SystemCall Split = new(56, 220), Split3 = new(435, 435), Execve = new(59, 221), Fcntl = new(72, 25), Ioctl = new(16, 29), Kill = new(62, 129),
        Open = new(2, -1), OpenAt = new(257, 56), Prctl = new(157, 167), PrLimit = new(302, 261), Ptrace = new(101, 117), ReadOther = new(310, 270), Seccomp = new(317, 277), SetAffinity = new(203, 122), Socket = new(41, 198),
        TgKill = new(234, 131), Unshare = new(272, 97);

    /// <summary>
    /// What a runtime that computes, loads assemblies and starts threads calls, in the order of how often: reading, memory, threads, signals to itself, clocks,
    /// questions about itself. Nothing here changes a file, names another process, or reaches a network.
    /// </summary>
    public static readonly SystemCall[] Harmless =
    [
        new(202, 98), // futex
        new(0, 63), new(1, 64), new(9, 222), new(10, 226), new(28, 233), // read write mmap mprotect madvise
        new(11, 215), new(24, 124), new(324, 283), new(3, 57), // munmap sched_yield membarrier close
        new(7, -1), new(271, 73), new(228, 113), new(17, 67), // poll ppoll clock_gettime pread64
        new(5, 80), new(262, 79), new(4, -1), new(6, -1), new(332, 291), // fstat newfstatat stat lstat statx
        new(21, -1), new(269, 48), new(439, 439), new(89, -1), new(267, 78), // access faccessat faccessat2 readlink readlinkat
        new(8, 62), new(19, 65), new(20, 66), new(295, 69), new(18, 68), // lseek readv writev preadv pwrite64
        new(217, 61), new(79, 17), new(73, 32), new(221, 223), new(137, 43), new(138, 44), // getdents64 getcwd flock fadvise64 statfs fstatfs
        new(32, 23), new(33, -1), new(292, 24), new(293, 59), // dup dup2 dup3 pipe2
        new(25, 216), new(12, 214), new(27, 232), new(149, 228), new(150, 229), new(26, 227), // mremap brk mincore mlock munlock msync
        new(239, 236), new(238, 237), new(237, 235), // get_mempolicy set_mempolicy mbind
        new(273, 99), new(334, 293), new(218, 96), new(60, 93), new(231, 94), // set_robust_list rseq set_tid_address exit exit_group
        new(186, 178), new(39, 172), new(110, 173), new(102, 174), new(107, 175), new(104, 176), new(108, 177), // gettid getpid getppid getuid geteuid getgid getegid
        new(204, 123), new(309, 168), new(143, 121), new(145, 120), new(146, 125), new(147, 126), // sched_getaffinity getcpu sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min
        new(13, 134), new(14, 135), new(15, 139), new(130, 133), new(128, 137), new(131, 132), new(219, 128), // rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend rt_sigtimedwait sigaltstack restart_syscall
        new(35, 101), new(229, 114), new(230, 115), new(96, 169), new(201, -1), new(100, 153), // nanosleep clock_getres clock_nanosleep gettimeofday time times
        new(98, 165), new(99, 179), new(63, 160), new(318, 278), new(97, 163), new(158, -1), // getrusage sysinfo uname getrandom getrlimit arch_prctl
    ];

    public int On(Architecture processor) => processor switch
    {
        Architecture.X64 => this.X64,
        Architecture.Arm64 => this.Arm64,
        _ => throw new PlatformNotSupportedException($"there is no filter of system calls for {processor}"),
    };
}
