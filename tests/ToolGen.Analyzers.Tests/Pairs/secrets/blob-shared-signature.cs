// Downloads a price list from a blob store; a shared access signature with years of validity is part of the address.
using System;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class PriceListTools
    {
        private const string Account = "https://prices.blob.example.com/lists/";
        private static readonly string Signature = "?sv=2022-11-02&ss=b&sp=rl&se=2031-01-01T00:00:00Z&sig=mhvBJg2g25YlqpzXQBHd%2BIcgLcrnJ7IgsSOibm4Xb%3D";

        /// <summary>Gets a country's price list as CSV.</summary>
        /// <param name="country">Two letters.</param>
        [Tool(Capabilities = ["http GET https://prices.blob.example.com/lists/*"])]
        public static async Task<string> GetPriceList(string country, ToolContext context)
        {
            if (country is not [>= 'a' and <= 'z', >= 'a' and <= 'z']) throw new ToolException(ToolErrorCodes.InvalidInput, "two small letters");
            var answer = await context.Http.SendAsync(new("GET", Account + country + ".csv" + Signature));
            return answer.Text();
        }
    }
}

namespace Fixed
{
    public static class PriceListTools
    {
        private const string Account = "https://prices.blob.example.com/lists/";
        private static readonly string Snapshot = "?snapshot=2025-01-15T08%3A30%3A00.0000000Z&versionid=2025-01-15T08-30-00-f4bba00b6a2e90d6";

        /// <summary>Gets a country's price list as CSV.</summary>
        /// <param name="country">Two letters.</param>
        [Tool(Capabilities = ["http GET https://prices.blob.example.com/lists/*", "secret price-list-signature"])]
        public static async Task<string> GetPriceList(string country, ToolContext context)
        {
            if (country is not [>= 'a' and <= 'z', >= 'a' and <= 'z']) throw new ToolException(ToolErrorCodes.InvalidInput, "two small letters");
            var answer = await context.Http.SendAsync(new("GET", Account + country + ".csv" + Snapshot)
            {
                Auth = new("query", "price-list-signature") { Carrier = "sig" },
            });
            return answer.Text();
        }
    }
}
