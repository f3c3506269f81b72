// Adds a customer; the name is checked by a pattern of nested repetitions that takes exponential time on odd names.
using System;
using System.ComponentModel;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface ICustomers { Task<int> AddAsync(string name, string city); }

    [McpServerToolType]
    public sealed class CustomerTools(ICustomers customers)
    {
        private static readonly Regex Name = new(@"^(\w+\s?)*$");

        [McpServerTool(Name = "add_customer"), Description("Adds a customer and returns the number.")]
        public async Task<int> AddAsync(string name, string city)
        {
            if (!Name.IsMatch(name)) throw new ArgumentException("A name consists of words.", nameof(name));
            return await customers.AddAsync(name, city);
        }
    }
}

namespace Fixed
{
    public interface ICustomers { Task<int> AddAsync(string name, string city); }

    [McpServerToolType]
    public sealed class CustomerTools(ICustomers customers)
    {
        private static readonly Regex Name = new(@"\A\w+(?: \w+)*\z");

        [McpServerTool(Name = "add_customer"), Description("Adds a customer and returns the number.")]
        public async Task<int> AddAsync(string name, string city)
        {
            if (name.Length > 200 || !Name.IsMatch(name)) throw new ArgumentException("A name consists of words.", nameof(name));
            return await customers.AddAsync(name, city);
        }
    }
}
