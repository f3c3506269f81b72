// Reads a field of a customer; one name is refused, but the look-up of the property does not mind the case of letters.
using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public sealed record Customer(int Id, string Name, string City, string PasswordHash);

    public interface ICustomers
    {
        ValueTask<Customer?> FindAsync(int id);
    }

    public sealed class CustomerTools(ICustomers customers)
    {
        /// <summary>Reads a field of a customer.</summary>
        [Tool(ReadOnly = true)]
        public async Task<string?> GetCustomerFieldAsync(int id, string field)
        {
            if (field == "PasswordHash") throw new ToolException(ToolErrorCodes.Denied, "this field is not shown");

            var customer = await customers.FindAsync(id);
            if (customer is null) return null;
            var property = typeof(Customer).GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            return property?.GetValue(customer)?.ToString();
        }
    }
}

namespace Fixed
{
    public sealed record Customer(int Id, string Name, string City, string PasswordHash);

    public interface ICustomers
    {
        ValueTask<Customer?> FindAsync(int id);
    }

    public sealed class CustomerTools(ICustomers customers)
    {
        private static readonly IReadOnlyDictionary<string, Func<Customer, string>> Fields = new Dictionary<string, Func<Customer, string>>(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(Customer.Name)] = c => c.Name,
            [nameof(Customer.City)] = c => c.City,
        };

        /// <summary>Reads a field of a customer: Name or City.</summary>
        [Tool(ReadOnly = true)]
        public async Task<string?> GetCustomerFieldAsync(int id, string field)
        {
            if (!Fields.TryGetValue(field, out var read)) throw new ToolException(ToolErrorCodes.InvalidInput, "the field is Name or City");
            return await customers.FindAsync(id) is { } customer ? read(customer) : null;
        }
    }
}
