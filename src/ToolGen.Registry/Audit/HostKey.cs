using System;
using System.IO;
using System.Security.Cryptography;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Audit;

/// <summary>The key with which a host signs what it saw of a log: ECDSA P-256, in a file of its own that only this account reads. It approves nothing.</summary>
internal sealed class HostKey : IDisposable
{
    private const int LargestFile = 16_384;

    /// <summary>The first line of a key that has a list of what it signed.</summary>
    private const string Form = "ToolGen host key 2: a list of what it signed lies beside it\n";

    private readonly ECDsa key;

    private HostKey(ECDsa key, string path)
    {
        this.key = key;
        this.Path = path;
        this.Public = key.ExportSubjectPublicKeyInfo();
    }

    public string Path { get; }

    public byte[] Public { get; }

    /// <summary>The list of the registries of which it signed something; see <see cref="HostEdges"/>.</summary>
    public string ListPath => this.Path + ".registries";

    /// <summary>Whether it says of itself that it has a list: then one that is not there was removed.</summary>
    public bool HasList => File.ReadAllText(this.Path).StartsWith(Form, StringComparison.Ordinal);

    /// <summary>The file of the user.</summary>
    public static string DefaultPath => System.IO.Path.Combine(RegistryOptions.SettingsFolder, "host.key.pem");

    /// <summary>Opens it; makes it where there is none.</summary>
    public static HostKey Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (!File.Exists(path)) Make(path);
        if (new FileInfo(path).Length > LargestFile) throw Refused(path, "it is too large");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0) throw Refused(path, $"others may use it: chmod 600 {path}");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            if (key.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == Signatures.CurveOid) return new(key, path);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Said below.
        }

        key.Dispose();
        throw Refused(path, "it is no private key of the curve P-256");
    }

    public string Sign(Checkpoint checkpoint) => checkpoint.Sign(this.key);

    /// <summary>Signs a text that is no checkpoint.</summary>
    public string Sign(string text) => Signatures.Sign(this.key, text);

    /// <summary>Whether it signed a text.</summary>
    public bool Holds(string text, string signature) => Signatures.TryBytes(signature, out var bytes) && this.key.VerifyData(System.Text.Encoding.UTF8.GetBytes(text), bytes, HashAlgorithmName.SHA256);

    /// <summary>A key of before there were lists says from now on that it has one.</summary>
    public void Mark()
    {
        if (!this.HasList) PrivateFiles.Replace(this.Path, Form + File.ReadAllText(this.Path));
    }

    public void Dispose() => this.key.Dispose();

    private static void Make(string path)
    {
        PrivateFiles.CreateFolder(System.IO.Path.GetDirectoryName(path)!);
        using var mine = FileLock.Enter(path + ".registries.lock");
        if (File.Exists(path)) return;
        if (HostEdges.CountOf(path + ".registries") is > 0 and var count)
            throw Refused(path, $"it is gone, and it signed the logs of {count} registries: put a copy of it back; or move {path}.registries and the folders edges and checkpoints beside it away, to begin as another host, for which nothing of before was signed");
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFiles.Replace(path + ".registries", HostEdges.Empty(text => Signatures.Sign(made, text)));
        PrivateFiles.Replace(path, $"{Form}{made.ExportPkcs8PrivateKeyPem()}\n");
    }

    private static RegistryException Refused(string path, string why) => new(RegistryFault.Unavailable, $"the host's key {path} can't be used: {why}");
}
