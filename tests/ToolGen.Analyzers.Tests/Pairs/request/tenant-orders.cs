// Lists the orders of a shop; the shop's name is put into a host name after its dots are taken out.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class OrdersPlugin(HttpClient http)
    {
        private const string Template = "http://{0}.shops.example.com/internal/orders?state={1}";

        [KernelFunction, Description("Orders of a shop as JSON.")]
        public async Task<string> ListOrdersAsync(string shop, string state)
        {
            var address = string.Format(Template, shop.Replace(".", ""), Uri.EscapeDataString(state));
            using var response = await http.GetAsync(address);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public partial class OrdersPlugin(HttpClient http)
    {
        private const string Template = "https://shops.example.com/{0}/orders?state={1}";

        [KernelFunction, Description("Orders of a shop as JSON.")]
        public async Task<string> ListOrdersAsync(string shop, string state)
        {
            if (!Regex.IsMatch(shop, @"\A[a-z][a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)) throw new ArgumentException("That is no shop.", nameof(shop));
            var address = string.Format(Template, shop, Uri.EscapeDataString(state));
            using var response = await http.GetAsync(address);
            return await response.Content.ReadAsStringAsync();
        }
    }
}
