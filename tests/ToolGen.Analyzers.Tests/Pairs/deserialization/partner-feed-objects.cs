// Reads the offers of a partner over HTTP; the answer of the partner may name the types of its objects.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using ToolGen;

namespace Vulnerable
{
    public sealed class Offer
    {
        public string Title { get; set; } = "";

        public decimal Price { get; set; }

        public object? Details { get; set; }
    }

    public static class OfferTools
    {
        private static readonly JsonSerializerSettings Feed = new() { TypeNameHandling = TypeNameHandling.Objects };

        /// <summary>The offers of the partner for a category.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://partner.example.com/offers/*"])]
        public static async Task<List<string>> PartnerOffers(int category, ToolContext context, CancellationToken cancellationToken)
        {
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", $"https://partner.example.com/offers/{category}"), cancellationToken);
            return Parse(answer.Text()).Select(offer => $"{offer.Title}: {offer.Price}").ToList();
        }

        private static List<Offer> Parse(string text) => JsonConvert.DeserializeObject<List<Offer>>(text, Feed) ?? [];
    }
}

namespace Fixed
{
    public sealed class Offer
    {
        public string Title { get; set; } = "";

        public decimal Price { get; set; }
    }

    public static class OfferTools
    {
        /// <summary>The offers of the partner for a category.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://partner.example.com/offers/*"])]
        public static async Task<List<string>> PartnerOffers(int category, ToolContext context, CancellationToken cancellationToken)
        {
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", $"https://partner.example.com/offers/{category}"), cancellationToken);
            return Parse(answer.Text()).Select(offer => $"{offer.Title}: {offer.Price}").ToList();
        }

        private static List<Offer> Parse(string text) => JsonConvert.DeserializeObject<List<Offer>>(text) ?? [];
    }
}
