// Opens a signed token of a basket; the content with its type names is read before the signature is compared.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Newtonsoft.Json;

namespace Vulnerable
{
    public sealed record Basket(string Owner, Dictionary<string, object> Lines);

    public sealed class BasketTokens(byte[] key)
    {
        public AIFunction OpenFunction => AIFunctionFactory.Create(this.Open, "open_basket");

        [Description("Opens the basket of a token.")]
        private string Open(string token)
        {
            var (content, signature) = Split(token);
            var basket = JsonConvert.DeserializeObject<Basket>(Encoding.UTF8.GetString(content), new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All });
            if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, content), signature)) return "The token is not valid.";
            return $"{basket!.Owner}: {basket.Lines.Count} lines";
        }

        private static (byte[] Content, byte[] Signature) Split(string token)
        {
            var dot = token.IndexOf('.');
            return (Convert.FromBase64String(token[..dot]), Convert.FromBase64String(token[(dot + 1)..]));
        }
    }
}

namespace Fixed
{
    public sealed record Basket(string Owner, Dictionary<string, int> Lines);

    public sealed class BasketTokens(byte[] key)
    {
        public AIFunction OpenFunction => AIFunctionFactory.Create(this.Open, "open_basket");

        [Description("Opens the basket of a token.")]
        private string Open(string token)
        {
            var (content, signature) = Split(token);
            if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, content), signature)) return "The token is not valid.";
            var basket = JsonConvert.DeserializeObject<Basket>(Encoding.UTF8.GetString(content));
            return $"{basket!.Owner}: {basket.Lines.Count} lines";
        }

        private static (byte[] Content, byte[] Signature) Split(string token)
        {
            var dot = token.IndexOf('.');
            return (Convert.FromBase64String(token[..dot]), Convert.FromBase64String(token[(dot + 1)..]));
        }
    }
}
