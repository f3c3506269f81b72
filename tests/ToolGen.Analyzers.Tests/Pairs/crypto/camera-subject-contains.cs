// Takes a camera's snapshot; a certificate with errors passes if its subject merely contains a name, which anyone can write into one.
using System;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class CameraTools
    {
        private static readonly HttpClient Client = new(new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                    errors == SslPolicyErrors.None || certificate is { Subject: var subject } && subject.Contains("CN=cameras.example.org", StringComparison.OrdinalIgnoreCase),
            },
        });

        public static AIFunction Snapshot { get; } = AIFunctionFactory.Create(TakeAsync, "take_snapshot");

        private static async Task<int> TakeAsync(int camera)
        {
            var bytes = await Client.GetByteArrayAsync($"https://cameras.example.org/{camera}/snapshot.jpg");
            return bytes.Length;
        }
    }
}

namespace Fixed
{
    public static class CameraTools
    {
        private const string PinnedKey = "B3F1A09C5D7E42861B0FD3A4C5968778695A4B3C2D1E0F00112233445566AABB";

        private static readonly HttpClient Client = new(new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                    errors is SslPolicyErrors.None && certificate is X509Certificate2 c &&
                    Convert.ToHexString(SHA256.HashData(c.PublicKey.ExportSubjectPublicKeyInfo())) == PinnedKey,
            },
        });

        public static AIFunction Snapshot { get; } = AIFunctionFactory.Create(TakeAsync, "take_snapshot");

        private static async Task<int> TakeAsync(int camera)
        {
            var bytes = await Client.GetByteArrayAsync($"https://cameras.example.org/{camera}/snapshot.jpg");
            return bytes.Length;
        }
    }
}
