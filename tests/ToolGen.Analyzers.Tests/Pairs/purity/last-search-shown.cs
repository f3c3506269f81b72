// Searches contacts and can repeat the last search; the last search is one static field for all callers.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public record Contact(int Id, string Name, string City);
    public interface IContacts { IEnumerable<Contact> All(); }

    [McpServerToolType]
    public sealed class ContactTools(IContacts contacts)
    {
        private static List<Contact> last = [];

        [McpServerTool(Name = "search_contacts"), Description("Finds contacts by a part of the name.")]
        public IReadOnlyList<Contact> Search(string name) =>
            last = contacts.All().Where(c => c.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).Take(50).ToList();

        [McpServerTool(Name = "narrow_search"), Description("Keeps those of the last search that live in a city.")]
        public IReadOnlyList<Contact> Narrow(string city) => last.FindAll(c => string.Equals(c.City, city, StringComparison.OrdinalIgnoreCase));
    }
}

namespace Fixed
{
    public record Contact(int Id, string Name, string City);
    public interface IContacts { IEnumerable<Contact> All(); }

    [McpServerToolType]
    public sealed class ContactTools(IContacts contacts)
    {
        [McpServerTool(Name = "search_contacts"), Description("Finds contacts by a part of the name.")]
        public IReadOnlyList<Contact> Search(string name) => this.Find(name).Take(50).ToList();

        [McpServerTool(Name = "narrow_search"), Description("Finds contacts by a part of the name that live in a city.")]
        public IReadOnlyList<Contact> Narrow(string name, string city) =>
            this.Find(name).Where(c => string.Equals(c.City, city, StringComparison.OrdinalIgnoreCase)).Take(50).ToList();

        private IEnumerable<Contact> Find(string name) => contacts.All().Where(c => c.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
