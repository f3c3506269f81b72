using System;
using System.IO;

namespace ToolGen.Registry.Approvals;

/// <summary>The policy in force: the host's own, or that of the file, read anew when the file changes. A file that can't be read, or is none, lets nobody approve.</summary>
internal sealed class PolicySource(RegistryOptions options)
{
    private readonly string path = Path.Combine(options.Folder, ApprovalPolicy.FileName);
    private volatile Kept? kept;

    public ApprovalPolicy Current
    {
        get
        {
            if (options.Policy is { } own) return own;
            var file = new FileInfo(this.path);
            if (!file.Exists)
            {
                // A folder, and a link that leads nowhere, are not there as files: that is no reason to go on without a policy.
                return Directory.Exists(this.path) || file.LinkTarget is not null ? throw ApprovalPolicy.Wrong(this.path, "it is no file") : ApprovalPolicy.None;
            }

            var (at, length) = (file.LastWriteTimeUtc, file.Length);
            if (this.kept is { } known && known.At == at && known.Length == length) return known.Policy;
            var policy = ApprovalPolicy.Read(this.path);
            this.kept = new(at, length, policy);
            return policy;
        }
    }

    private sealed record Kept(DateTime At, long Length, ApprovalPolicy Policy);
}
