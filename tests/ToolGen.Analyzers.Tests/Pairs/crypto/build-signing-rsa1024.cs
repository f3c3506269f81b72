// Makes a key pair for signing builds; the RSA key has 1024 bits.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IKeyStore
    {
        Task SaveAsync(string project, string privatePem);
    }

    [McpServerToolType]
    public sealed class SigningTools(IKeyStore store)
    {
        private const int KeySize = 1024;

        [McpServerTool, Description("Makes a signing key for a project, keeps it, and returns the public part.")]
        public async Task<string> CreateSigningKey(string project)
        {
            using var rsa = RSA.Create(KeySize);
            await store.SaveAsync(project, rsa.ExportPkcs8PrivateKeyPem());
            return rsa.ExportSubjectPublicKeyInfoPem();
        }
    }
}

namespace Fixed
{
    public interface IKeyStore
    {
        Task SaveAsync(string project, string privatePem);
    }

    [McpServerToolType]
    public sealed class SigningTools(IKeyStore store)
    {
        private const int KeySize = 3072;

        [McpServerTool, Description("Makes a signing key for a project, keeps it, and returns the public part.")]
        public async Task<string> CreateSigningKey(string project)
        {
            using var rsa = RSA.Create(KeySize);
            await store.SaveAsync(project, rsa.ExportPkcs8PrivateKeyPem());
            return rsa.ExportSubjectPublicKeyInfoPem();
        }
    }
}
