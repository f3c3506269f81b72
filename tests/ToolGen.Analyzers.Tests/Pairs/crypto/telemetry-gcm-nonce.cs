// Encrypts a device's telemetry; the nonce is derived from the device's number alone, so each message of a device has the same one.
using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using ToolGen;

namespace Vulnerable
{
    public sealed class TelemetryTools(byte[] masterKey)
    {
        /// <summary>Encrypts one message of a device.</summary>
        /// <param name="device">The device's number.</param>
        /// <param name="message">The message, base64.</param>
        [Tool(ReadOnly = true)]
        public string EncryptMessage(long device, string message)
        {
            var plain = Convert.FromBase64String(message);
            var nonce = new byte[12];
            BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), device);
            var cipher = new byte[plain.Length];
            var tag = new byte[16];
            using var gcm = new AesGcm(masterKey, 16);
            gcm.Encrypt(nonce, plain, cipher, tag);
            return Convert.ToBase64String([.. tag, .. cipher]);
        }
    }
}

namespace Fixed
{
    public sealed class TelemetryTools(byte[] masterKey)
    {
        /// <summary>Encrypts one message of a device.</summary>
        /// <param name="device">The device's number.</param>
        /// <param name="message">The message, base64.</param>
        [Tool(ReadOnly = true)]
        public string EncryptMessage(long device, string message)
        {
            var plain = Convert.FromBase64String(message);
            var label = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(label, device);
            var nonce = RandomNumberGenerator.GetBytes(12);
            var cipher = new byte[plain.Length];
            var tag = new byte[16];
            using var gcm = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: label), 16);
            gcm.Encrypt(nonce, plain, cipher, tag, label);
            return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
        }
    }
}
