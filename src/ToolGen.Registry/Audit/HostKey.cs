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

    private readonly ECDsa key;

    private HostKey(ECDsa key, string path)
    {
        this.key = key;
        this.Path = path;
        this.Public = key.ExportSubjectPublicKeyInfo();
    }

    public string Path { get; }

    public byte[] Public { get; }

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

    public void Dispose() => this.key.Dispose();

    private static void Make(string path)
    {
        PrivateFiles.CreateFolder(System.IO.Path.GetDirectoryName(path)!);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var beside = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            PrivateFiles.Write(beside, made.ExportPkcs8PrivateKeyPem() + "\n");
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first: its key is the host's.
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static RegistryException Refused(string path, string why) => new(RegistryFault.Unavailable, $"the host's key {path} can't be used: {why}");
}
