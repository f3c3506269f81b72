// Looks up colleagues by name in the company directory; the name goes unescaped into the LDAP filter.
using System.Collections.Generic;
using System.ComponentModel;
using System.DirectoryServices;
using System.Linq;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class PeopleTools(DirectoryEntry root)
    {
        [McpServerTool, Description("Finds people in the company directory by (part of) their name.")]
        public List<string> FindPerson([Description("Name, such as 'Meyer'.")] string name)
        {
            using var searcher = new DirectorySearcher(root)
            {
                Filter = $"(&(objectClass=user)(!(employeeType=hidden))(cn=*{name}*))",
                SizeLimit = 50,
            };
            searcher.PropertiesToLoad.Add("displayName");
            using var results = searcher.FindAll();
            return [.. results.Cast<SearchResult>().Select(r => r.Properties["displayName"][0]?.ToString() ?? "?")];
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class PeopleTools(DirectoryEntry root)
    {
        [McpServerTool, Description("Finds people in the company directory by (part of) their name.")]
        public List<string> FindPerson([Description("Name, such as 'Meyer'.")] string name)
        {
            using var searcher = new DirectorySearcher(root)
            {
                Filter = $"(&(objectClass=user)(!(employeeType=hidden))(cn=*{Escape(name)}*))",
                SizeLimit = 50,
            };
            searcher.PropertiesToLoad.Add("displayName");
            using var results = searcher.FindAll();
            return [.. results.Cast<SearchResult>().Select(r => r.Properties["displayName"][0]?.ToString() ?? "?")];
        }

        private static string Escape(string value)
        {
            var text = new StringBuilder(value.Length + 8);
            foreach (var c in value)
            {
                text.Append(c switch
                {
                    '\\' => @"\5c",
                    '*' => @"\2a",
                    '(' => @"\28",
                    ')' => @"\29",
                    '\0' => @"\00",
                    _ => c.ToString(),
                });
            }

            return text.ToString();
        }
    }
}
