using System;
using System.IO;
using System.Security.Cryptography;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry;

/// <summary>
/// The key of a person who approves: ECDSA P-256, in a file that only a passphrase opens (PKCS #8 PEM, PBES2 with AES-256-CBC, PBKDF2 with SHA-256 and 600,000 rounds). Where the passphrase comes from is the
/// caller's: a terminal, never an environment variable or a pipe.
/// </summary>
public sealed class ApproverKey : IDisposable
{
    /// <summary>The shortest passphrase, in characters.</summary>
    public const int ShortestPassphrase = 12;

    private const int Rounds = 600_000;

    private const int LargestFile = 16_384;

    private const string Label = "ENCRYPTED PRIVATE KEY";

    private readonly ECDsa key;

    private ApproverKey(ECDsa key)
    {
        this.key = key;
        this.Public = Signatures.PublicOf(key);
        this.Id = Signatures.IdOf(this.Public)!;
    }

    /// <summary>SHA-256 over its public key, 64 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>Its public key (SubjectPublicKeyInfo), base64.</summary>
    public string Public { get; }

    /// <summary>Makes a new one, in memory alone.</summary>
    public static ApproverKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">What opens it.</param>
    /// <exception cref="RegistryException">It is no such key, not encrypted, or the passphrase does not open it.</exception>
    public static ApproverKey Open(string path, ReadOnlySpan<char> passphrase)
    {
        if (!File.Exists(path)) throw Refused($"there is no key at {path}: make one first");
        if (new FileInfo(path).Length > LargestFile) throw Refused($"{path} is no key: it is too large");
        var text = File.ReadAllText(path);
        if (!PemEncoding.TryFind(text, out var fields) || !text.AsSpan()[fields.Label].SequenceEqual(Label)) throw Refused($"{path} is no encrypted key (PKCS #8 PEM, {Label})");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromEncryptedPem(text, passphrase);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw Refused($"the passphrase does not open {path}");
        }

        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == Signatures.CurveOid) return new(key);
        key.Dispose();
        throw Refused($"{path} is no key of the curve P-256");
    }

    /// <summary>Saves it in a new file that its owner alone can read.</summary>
    /// <exception cref="IOException">There is a file already: a key is never written over.</exception>
    /// <exception cref="RegistryException">The passphrase is too short.</exception>
    public void Save(string path, ReadOnlySpan<char> passphrase)
    {
        if (passphrase.Length < ShortestPassphrase) throw Refused($"a passphrase has at least {ShortestPassphrase} characters");
        var text = this.key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Rounds));
        PrivateFiles.CreateFolder(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        PrivateFiles.Write(path, text + "\n");
    }

    /// <summary>A key that a measurement hands to its own children: nothing else has one without a passphrase.</summary>
    internal static ApproverKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return new(key);
    }

    /// <summary>See <see cref="FromPkcs8"/>.</summary>
    internal byte[] ToPkcs8() => this.key.ExportPkcs8PrivateKey();

    /// <summary>Signs an approval; its key and signature become this one's.</summary>
    public Approval Sign(Approval approval)
    {
        approval = approval with { Key = this.Id };
        if (ApprovalText.Wrong(approval with { Key = this.Id }) is { } wrong) throw Refused($"this can't be approved: {wrong}");
        return approval with { Signature = Signatures.Sign(this.key, ApprovalText.Signed(approval)) };
    }

    /// <summary>Signs a key in, or back out; the one who signs becomes this one.</summary>
    public KeyGrant Sign(KeyGrant grant)
    {
        grant = grant with { By = this.Id };
        return grant with { Signature = Signatures.Sign(this.key, KeyGrantText.Signed(grant)) };
    }

    /// <summary>Signs itself in: how the first key of a registry comes in.</summary>
    /// <param name="registry">The registry's id.</param>
    /// <param name="name">Whose key it is.</param>
    /// <param name="at">When.</param>
    public KeyGrant SignIn(string registry, string name, DateTimeOffset at) =>
        this.Sign(new KeyGrant { Registry = registry, Key = this.Id, Public = this.Public, Name = name, At = Whole(at), By = this.Id, Signature = "" });

    /// <summary>The approval of a version as it stands, signed.</summary>
    /// <param name="version">The version that a person has seen.</param>
    /// <param name="at">When.</param>
    /// <param name="expires">Until when; null: for good.</param>
    public Approval Approve(StoredVersion version, DateTimeOffset at, DateTimeOffset? expires = null) => this.Sign(new Approval
    {
        Id = version.Id,
        Tool = version.Name,
        Version = version.Version,
        Capabilities = version.Capabilities,
        Templates = version.Evidence.Identity.Templates ?? throw Refused("its evidence names no templates: it was not generated"),
        Evidence = version.Evidence.Id,
        At = Whole(at),
        Expires = expires is { } until ? Whole(until) : null,
        Key = this.Id,
        Signature = "",
    });

    /// <inheritdoc/>
    public void Dispose() => this.key.Dispose();

    private static DateTimeOffset Whole(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    private static RegistryException Refused(string why) => new(RegistryFault.NotApproved, why);
}
