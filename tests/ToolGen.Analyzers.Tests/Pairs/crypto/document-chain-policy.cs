// Checks who signed a document; the chain is built without revocation and with unknown authorities allowed, so self-made certificates pass.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class SignatureTools
    {
        [McpServerTool(ReadOnly = true), Description("Tells whether a text was signed by the holder of a valid company certificate.")]
        public bool CheckSignature(string text, string signature, string certificate)
        {
            using var signer = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
            using var chain = new X509Chain();
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority | X509VerificationFlags.IgnoreNotTimeValid;
            if (!chain.Build(signer)) return false;
            using var key = signer.GetECDsaPublicKey();
            return key is not null && key.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class SignatureTools(X509Certificate2 companyRoot)
    {
        [McpServerTool(ReadOnly = true), Description("Tells whether a text was signed by the holder of a valid company certificate.")]
        public bool CheckSignature(string text, string signature, string certificate)
        {
            using var signer = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(companyRoot);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
            chain.ChainPolicy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
            if (!chain.Build(signer)) return false;
            using var key = signer.GetECDsaPublicKey();
            return key is not null && key.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
        }
    }
}
