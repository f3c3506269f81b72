// Shows who holds a door badge; a quote-doubling meant for SQL is taken for protection of the LDAP filter.
using System;
using System.ComponentModel;
using System.DirectoryServices.Protocols;
using System.Globalization;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class BadgePlugin(LdapConnection ldap)
    {
        [KernelFunction, Description("Tells who holds a door badge.")]
        public string WhoHoldsBadge([Description("The badge number.")] string badge)
        {
            var clean = badge.Replace("'", "''").Trim();
            var entry = FindOne("(&(objectClass=badgeHolder)(badgeNumber=" + clean + "))");
            return entry?.Attributes["cn"]?[0]?.ToString() ?? "nobody";
        }

        private SearchResultEntry? FindOne(string filter)
        {
            var answer = (SearchResponse)ldap.SendRequest(new SearchRequest("ou=badges,dc=example,dc=org", filter, SearchScope.OneLevel));
            return answer.Entries.Count == 0 ? null : answer.Entries[0];
        }
    }
}

namespace Fixed
{
    public sealed class BadgePlugin(LdapConnection ldap)
    {
        [KernelFunction, Description("Tells who holds a door badge.")]
        public string WhoHoldsBadge([Description("The badge number.")] string badge)
        {
            if (!uint.TryParse(badge.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return "A badge number has digits only.";
            var entry = FindOne("(&(objectClass=badgeHolder)(badgeNumber=" + number.ToString(CultureInfo.InvariantCulture) + "))");
            return entry?.Attributes["cn"]?[0]?.ToString() ?? "nobody";
        }

        private SearchResultEntry? FindOne(string filter)
        {
            var answer = (SearchResponse)ldap.SendRequest(new SearchRequest("ou=badges,dc=example,dc=org", filter, SearchScope.OneLevel));
            return answer.Entries.Count == 0 ? null : answer.Entries[0];
        }
    }
}
