// Makes a key for a confidential inbox; the size that the caller asks for is bounded from below by 512 bits only.
using System;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public record InboxRequest(string Name, int? KeyBits);

    public static class InboxFactory
    {
        public static AIFunction Function(Action<string, RSAParameters> save) => AIFunctionFactory.Create(
            (InboxRequest request) =>
            {
                var bits = request.KeyBits ?? 2048;
                if (bits < 512) bits = 512;
                using var rsa = new RSACryptoServiceProvider(bits) { PersistKeyInCsp = false };
                save(request.Name, rsa.ExportParameters(true));
                return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
            },
            "create_inbox");
    }
}

namespace Fixed
{
    public enum Strength { Normal, High }

    public record InboxRequest(string Name, Strength Strength = Strength.Normal);

    public static class InboxFactory
    {
        public static AIFunction Function(Action<string, RSAParameters> save) => AIFunctionFactory.Create(
            (InboxRequest request) =>
            {
                var bits = request.Strength == Strength.High ? 4096 : 3072;
                using var rsa = RSA.Create(bits);
                save(request.Name, rsa.ExportParameters(true));
                return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
            },
            "create_inbox");
    }
}
