// Signs licences; the private key is a PEM text in the code.
using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Vulnerable
{
    public sealed class LicenseSigner
    {
        private const string Pem = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgL7wKYt1iqNE19U22
            XJVEuwUMwU1EEFaRLD3TVDNHEOeMRvyC0FbO6j4SaoybhPGEDdbeZs0EqHtIbYKB
            zEC9ap306C2jMvDesx22B400eZ9bdA5yGCQB9DTooBl75WcLA6jOVST8SJ
            -----END PRIVATE KEY-----
            """;

        public AIFunction AsFunction() => AIFunctionFactory.Create(this.Sign, "sign_license", "Signs a licence for a customer.");

        public string Sign(string customer, int seats)
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(Pem);
            var text = Encoding.UTF8.GetBytes($"{customer}\n{seats}");
            return Convert.ToBase64String(key.SignData(text, HashAlgorithmName.SHA256));
        }
    }
}

namespace Fixed
{
    public sealed class LicenseSigner(IConfiguration configuration)
    {
        private const string PublicPem = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1OiSJBAyRAJoL4l/UmTze7+Ztut4
            wt6ZV3CIf5deCj5dz0v5WaAIyhpI3nqttp8cd5nDm4Qaf4d/txvrCC0ZuQ==
            -----END PUBLIC KEY-----
            """;

        public AIFunction AsFunction() => AIFunctionFactory.Create(this.Sign, "sign_license", "Signs a licence for a customer.");

        public string Sign(string customer, int seats)
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(configuration["Licenses:KeyFile"] ?? throw new InvalidOperationException("Licenses:KeyFile is not set.")));
            var text = Encoding.UTF8.GetBytes($"{customer.ReplaceLineEndings(" ")}\n{seats}");
            var signature = key.SignData(text, HashAlgorithmName.SHA256);

            using var check = ECDsa.Create();
            check.ImportFromPem(PublicPem);
            return check.VerifyData(text, signature, HashAlgorithmName.SHA256)
                ? Convert.ToBase64String(signature)
                : throw new CryptographicException("The key file does not match the published key.");
        }
    }
}
