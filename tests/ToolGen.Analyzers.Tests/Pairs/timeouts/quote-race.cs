// Races a quote service against five seconds; who wins is not looked at, and the slow answer is awaited anyway.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IQuotes
    {
        Task<decimal> PriceAsync(string symbol, CancellationToken cancellationToken = default);
    }

    [McpServerToolType]
    public class QuoteTools(IQuotes quotes)
    {
        [McpServerTool(Name = "quote"), Description("Last price of a share.")]
        public async Task<string> QuoteAsync(string symbol)
        {
            var price = quotes.PriceAsync(symbol);
            await Task.WhenAny(price, Task.Delay(TimeSpan.FromSeconds(5)));
            return $"{symbol}: {await price:0.00}";
        }
    }
}

namespace Fixed
{
    public interface IQuotes
    {
        Task<decimal> PriceAsync(string symbol, CancellationToken cancellationToken = default);
    }

    [McpServerToolType]
    public class QuoteTools(IQuotes quotes)
    {
        [McpServerTool(Name = "quote"), Description("Last price of a share.")]
        public async Task<string> QuoteAsync(string symbol, CancellationToken cancellationToken)
        {
            try
            {
                var price = await quotes.PriceAsync(symbol, cancellationToken).WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
                return $"{symbol}: {price:0.00}";
            }
            catch (TimeoutException)
            {
                return $"{symbol}: no price in time";
            }
        }
    }
}
