using System;
using System.IO;
using System.Runtime.InteropServices;

namespace ToolGen.Sandbox.Isolation;

/// <summary>What a person can do so that a level works that does not.</summary>
internal static class MachineRemedy
{
    /// <summary>Null where nothing is known that helps.</summary>
    public static string? For(IsolationLevel level)
    {
        if (!OperatingSystem.IsLinux()) return level > IsolationLevel.Process ? "run ToolGen on Linux, in a virtual machine or a container" : null;
        if (RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64)) return "run ToolGen on a processor of the kind x64 or arm64";
        return level switch
        {
            IsolationLevel.Bubblewrap => Bubblewrap.Find() is null ? "install bubblewrap: apt-get install bubblewrap (dnf, pacman, zypper and apk know it by the same name)" : Namespaces(),
            IsolationLevel.Landlock => Landlock(),
            IsolationLevel.Seccomp => "use a kernel with CONFIG_SECCOMP_FILTER, and a container that lets programs add filters",
            _ => null,
        };
    }

    private static string Namespaces()
    {
        if (Setting("/proc/sys/user/max_user_namespaces") == "0") return "switch user namespaces on: sysctl user.max_user_namespaces=10000";
        if (Setting("/proc/sys/kernel/unprivileged_userns_clone") == "0") return "switch user namespaces on: sysctl kernel.unprivileged_userns_clone=1";
        if (Setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1") return "let bubblewrap make user namespaces: an AppArmor profile for bwrap with `userns,`, or sysctl kernel.apparmor_restrict_unprivileged_userns=0";
        return IsContainer() ? "let the container make user namespaces and mount /proc: --security-opt seccomp=unconfined --security-opt systempaths=unconfined" : "run `bwrap --unshare-all --ro-bind / / true` to see what this machine refuses";
    }

    private static string Landlock()
    {
        if (!OperatingSystem.IsLinux() || Linux.LandlockVersion() >= 1) return "let the container call landlock_create_ruleset, landlock_add_rule and landlock_restrict_self";
        return Marshal.GetLastPInvokeError() == Linux.OperationNotSupported ? "switch Landlock on when the machine starts: add landlock to the kernel's parameter lsm=" : "use a kernel from 5.13 that is built with Landlock";
    }

    private static bool IsContainer() => File.Exists("/.dockerenv") || File.Exists("/run/.containerenv") || Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST") is not null;

    private static string? Setting(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
