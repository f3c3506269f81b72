// Writes an offer's mail from a template that the caller gives; the template may print the internal purchase price or be blown up by a width.
using System;
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Offer(string Customer, string Article, decimal Price, decimal PurchasePrice);

    [McpServerToolType]
    public class OfferTools(Func<int, Offer> offers)
    {
        [McpServerTool, Description("Writes the mail of an offer. In the template, {0} is the customer, {1} the article, {2} the price.")]
        public string WriteOffer(int offerId, string template)
        {
            var offer = offers(offerId);
            return string.Format(CultureInfo.InvariantCulture, template, offer.Customer, offer.Article, offer.Price, offer.PurchasePrice);
        }
    }
}

namespace Fixed
{
    public sealed record Offer(string Customer, string Article, decimal Price, decimal PurchasePrice);

    [McpServerToolType]
    public class OfferTools(Func<int, Offer> offers)
    {
        [McpServerTool, Description("Writes the mail of an offer. In the template, {customer}, {article} and {price} are replaced.")]
        public string WriteOffer(int offerId, string template)
        {
            if (template.Length > 4000) throw new ArgumentException("The template is too long.");
            var offer = offers(offerId);
            return template
                .Replace("{price}", offer.Price.ToString("0.00", CultureInfo.InvariantCulture))
                .Replace("{article}", offer.Article)
                .Replace("{customer}", offer.Customer);
        }
    }
}
