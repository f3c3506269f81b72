// Finds a customer in the CRM; the key is kept backwards in pieces of an array, which hides nothing.
using System;
using System.ComponentModel;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class CrmTools
    {
        private static readonly string[] Pieces = ["r9eZdg8cgCi", "mfcR8Sh6O1", "4Q9uYns0CcA", "_yek_mrc"];

        private static string Key()
        {
            var chars = string.Join("", Pieces).ToCharArray();
            Array.Reverse(chars);
            return new string(chars);
        }

        [McpServerTool, Description("Finds a customer by number.")]
        public static async Task<string> FindCustomer(HttpClient http, int number)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://crm.example.com/customers/{number}");
            request.Headers.Add("X-Crm-Key", Key());
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public interface ISecretStore
    {
        ValueTask<string> GetAsync(string name);
    }

    [McpServerToolType]
    public static class CrmTools
    {
        private static readonly string[] Fields = ["displayName", "primaryKeyAccount", "segment_b2b_keyed", "lastContactedAt"];

        [McpServerTool, Description("Finds a customer by number.")]
        public static async Task<string> FindCustomer(HttpClient http, ISecretStore secrets, int number)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://crm.example.com/customers/{number}?fields={string.Join(',', Fields)}");
            request.Headers.Add("X-Crm-Key", await secrets.GetAsync("crm-key"));
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}
