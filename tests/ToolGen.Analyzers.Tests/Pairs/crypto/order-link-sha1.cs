// Signs a link to an order; SHA-1 over key and text is used as a signature.
using System;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed record LinkKey(string Value);

    public class OrderLinkPlugin(LinkKey key)
    {
        [KernelFunction, Description("Makes a link with which a customer can see an order without signing in.")]
        public string MakeOrderLink(int order, string email)
        {
            var text = $"{order}/{email}";
            return $"https://shop.example.com/o/{order}?mail={Uri.EscapeDataString(email)}&sig={Sign(text)}";
        }

        private string Sign(string text)
        {
            byte[] digest = SHA1.HashData(Encoding.UTF8.GetBytes(key.Value + text));
            return Convert.ToHexString(digest).ToLowerInvariant();
        }
    }
}

namespace Fixed
{
    public sealed record LinkKey(string Value);

    public class OrderLinkPlugin(LinkKey key)
    {
        [KernelFunction, Description("Makes a link with which a customer can see an order without signing in.")]
        public string MakeOrderLink(int order, string email)
        {
            var text = $"{order}/{email}";
            return $"https://shop.example.com/o/{order}?mail={Uri.EscapeDataString(email)}&sig={Sign(text)}";
        }

        private string Sign(string text)
        {
            byte[] digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Value), Encoding.UTF8.GetBytes(text));
            return Convert.ToHexString(digest).ToLowerInvariant();
        }
    }
}
