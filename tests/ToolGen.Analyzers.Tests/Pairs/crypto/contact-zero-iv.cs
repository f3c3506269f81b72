// Encrypts a contact's data; the initialisation vector is all zeros, so that equal beginnings look equal.
using System;
using System.ComponentModel;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Contact(string Name, string Mail, string? Phone);

    public interface IKeyProvider
    {
        byte[] ContactKey { get; }
    }

    [McpServerToolType]
    public class ContactTools(IKeyProvider keys)
    {
        [McpServerTool, Description("Encrypts a contact for the export.")]
        public string ExportContact(Contact contact)
        {
            using var aes = Aes.Create();
            aes.Key = keys.ContactKey;
            aes.IV = new byte[aes.BlockSize / 8];
            using var encryptor = aes.CreateEncryptor();
            var json = JsonSerializer.SerializeToUtf8Bytes(contact);
            return Convert.ToBase64String(encryptor.TransformFinalBlock(json, 0, json.Length));
        }
    }
}

namespace Fixed
{
    public sealed record Contact(string Name, string Mail, string? Phone);

    public interface IKeyProvider
    {
        byte[] ContactKey { get; }

        byte[] ContactMacKey { get; }
    }

    [McpServerToolType]
    public class ContactTools(IKeyProvider keys)
    {
        [McpServerTool, Description("Encrypts a contact for the export.")]
        public string ExportContact(Contact contact)
        {
            using var aes = Aes.Create();
            aes.Key = keys.ContactKey;
            aes.IV = RandomNumberGenerator.GetBytes(aes.BlockSize / 8);
            using var encryptor = aes.CreateEncryptor();
            var json = JsonSerializer.SerializeToUtf8Bytes(contact);
            using var output = new MemoryStream();
            output.Write(aes.IV);
            output.Write(encryptor.TransformFinalBlock(json, 0, json.Length));
            output.Write(HMACSHA512.HashData(keys.ContactMacKey, output.ToArray()));
            return Convert.ToBase64String(output.ToArray());
        }
    }
}
