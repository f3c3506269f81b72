using System;
using System.IO;

namespace ToolGen.Registry.Approvals;

/// <summary>The policy in force: the host's own, or that of the file, read anew when the file changes. A file that can't be read lets nobody approve.</summary>
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
            if (!file.Exists) return ApprovalPolicy.None;
            var (at, length) = (file.LastWriteTimeUtc, file.Length);
            if (this.kept is { } known && known.At == at && known.Length == length) return known.Policy;
            var policy = ApprovalPolicy.Read(this.path);
            this.kept = new(at, length, policy);
            return policy;
        }
    }

    private sealed record Kept(DateTime At, long Length, ApprovalPolicy Policy);
}
