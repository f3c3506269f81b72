// Lists the members of a mailing group; only the asterisk and parentheses are escaped, not the backslash, so an escape can be smuggled in.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.DirectoryServices.Protocols;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class GroupPlugin
    {
        private readonly LdapConnection connection;

        public GroupPlugin(LdapConnection connection) => this.connection = connection;

        [KernelFunction("list_group_members"), Description("Lists the e-mail addresses of a group's members.")]
        public IReadOnlyList<string> ListMembers(string group)
        {
            var safe = group.Replace("*", @"\2a").Replace("(", @"\28").Replace(")", @"\29");
            var filter = string.Format("(&(objectClass=groupOfNames)(cn={0})(visibility=public))", safe);
            var request = new SearchRequest("ou=groups,dc=example,dc=org", filter, SearchScope.OneLevel, "member");
            var response = (SearchResponse)this.connection.SendRequest(request);
            return response.Entries.Cast<SearchResultEntry>()
                .SelectMany(e => e.Attributes["member"]?.GetValues(typeof(string)).Cast<string>() ?? [])
                .ToList();
        }
    }
}

namespace Fixed
{
    public class GroupPlugin
    {
        private readonly LdapConnection connection;

        public GroupPlugin(LdapConnection connection) => this.connection = connection;

        [KernelFunction("list_group_members"), Description("Lists the e-mail addresses of a group's members.")]
        public IReadOnlyList<string> ListMembers(string group)
        {
            var filter = string.Format("(&(objectClass=groupOfNames)(cn={0})(visibility=public))", LdapText.Encode(group));
            var request = new SearchRequest("ou=groups,dc=example,dc=org", filter, SearchScope.OneLevel, "member");
            var response = (SearchResponse)this.connection.SendRequest(request);
            return response.Entries.Cast<SearchResultEntry>()
                .SelectMany(e => e.Attributes["member"]?.GetValues(typeof(string)).Cast<string>() ?? [])
                .ToList();
        }
    }

    internal static class LdapText
    {
        public static string Encode(string value) => value
            .Replace(@"\", @"\5c", StringComparison.Ordinal)
            .Replace("*", @"\2a", StringComparison.Ordinal)
            .Replace("(", @"\28", StringComparison.Ordinal)
            .Replace(")", @"\29", StringComparison.Ordinal)
            .Replace("\0", @"\00", StringComparison.Ordinal);
    }
}
