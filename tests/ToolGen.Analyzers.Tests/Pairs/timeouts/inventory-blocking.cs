// Asks a warehouse for stock and blocks a thread until the answer is there, however long that takes.
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IWarehouse
    {
        Task<int> StockAsync(int article, CancellationToken cancellationToken = default);
    }

    public class StockPlugin(IWarehouse warehouse)
    {
        [KernelFunction("stock_of"), Description("Pieces of an article in stock.")]
        public string Stock(int article)
        {
            var pieces = warehouse.StockAsync(article).Result;
            return pieces == 0 ? "sold out" : $"{pieces} in stock";
        }
    }
}

namespace Fixed
{
    public interface IWarehouse
    {
        Task<int> StockAsync(int article, CancellationToken cancellationToken = default);
    }

    public class StockPlugin(IWarehouse warehouse)
    {
        [KernelFunction("stock_of"), Description("Pieces of an article in stock.")]
        public async Task<string> StockAsync(int article, CancellationToken cancellationToken = default)
        {
            var pieces = await warehouse.StockAsync(article, cancellationToken);
            return pieces == 0 ? "sold out" : $"{pieces} in stock";
        }
    }
}
