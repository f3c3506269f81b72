// Makes an offer's text with a reference; the reference is a new one with every call of a tool that is said to be idempotent.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record Position(string Article, int Pieces, decimal Price);
    public record Offer(string Reference, decimal Total);

    [McpServerToolType]
    public static class OfferTools
    {
        [McpServerTool(Name = "make_offer", ReadOnly = true, Idempotent = true), Description("Adds up an offer and gives it a reference.")]
        public static Offer Make(int customer, List<Position> positions)
        {
            var reference = $"OF-{customer}-{Guid.NewGuid().ToString("N")[..8]}";
            return new(reference, positions.Sum(p => p.Pieces * p.Price));
        }
    }
}

namespace Fixed
{
    public record Position(string Article, int Pieces, decimal Price);
    public record Offer(string Reference, decimal Total);

    [McpServerToolType]
    public static class OfferTools
    {
        [McpServerTool(Name = "make_offer", ReadOnly = true, Idempotent = true), Description("Adds up an offer and gives it a reference.")]
        public static Offer Make(int customer, List<Position> positions)
        {
            var content = string.Join('\n', positions.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Article.Length}:{p.Article} {p.Pieces} {p.Price}")));
            var reference = FormattableString.Invariant($"OF-{customer}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16]}");
            return new(reference, positions.Sum(p => p.Pieces * p.Price));
        }
    }
}
