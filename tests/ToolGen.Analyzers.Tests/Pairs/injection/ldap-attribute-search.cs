// Searches the directory by any attribute; the attribute's name is taken as it comes, though the value is escaped.
using System;
using System.Collections.Generic;
using System.DirectoryServices.Protocols;
using System.Globalization;
using System.Linq;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed record DirectoryQuery(string Attribute, string Value, int Limit = 20);

    public static class DirectoryAgent
    {
        public static AIFunction Create(LdapConnection connection) =>
            AIFunctionFactory.Create((DirectoryQuery query) => Search(connection, query), "search_directory", "Searches people by an attribute such as mail or department.");

        private static string[] Search(LdapConnection connection, DirectoryQuery query)
        {
            var filter = $"(&(objectClass=inetOrgPerson)({query.Attribute}={Escape(query.Value)}))";
            var request = new SearchRequest("dc=example,dc=com", filter, SearchScope.Subtree, "cn") { SizeLimit = Math.Clamp(query.Limit, 1, 100) };
            var response = (SearchResponse)connection.SendRequest(request);
            return response.Entries.Cast<SearchResultEntry>().Select(e => e.DistinguishedName).ToArray();
        }

        private static string Escape(string s) =>
            string.Concat(s.Select(c => c is '\\' or '*' or '(' or ')' or '\0' ? "\\" + ((int)c).ToString("x2", CultureInfo.InvariantCulture) : c.ToString()));
    }
}

namespace Fixed
{
    public sealed record DirectoryQuery(string Attribute, string Value, int Limit = 20);

    public static class DirectoryAgent
    {
        public static AIFunction Create(LdapConnection connection) =>
            AIFunctionFactory.Create((DirectoryQuery query) => Search(connection, query), "search_directory", "Searches people by an attribute such as mail or department.");

        private static string[] Search(LdapConnection connection, DirectoryQuery query)
        {
            var attribute = query.Attribute.ToLowerInvariant() switch
            {
                "mail" or "email" => "mail",
                "department" => "departmentNumber",
                "room" => "roomNumber",
                "surname" or "sn" => "sn",
                _ => throw new ArgumentException("Attributes are: mail, department, room, surname."),
            };
            var filter = $"(&(objectClass=inetOrgPerson)({attribute}={Escape(query.Value)}))";
            var request = new SearchRequest("dc=example,dc=com", filter, SearchScope.Subtree, "cn") { SizeLimit = Math.Clamp(query.Limit, 1, 100) };
            var response = (SearchResponse)connection.SendRequest(request);
            return response.Entries.Cast<SearchResultEntry>().Select(e => e.DistinguishedName).ToArray();
        }

        private static string Escape(string s) =>
            string.Concat(s.Select(c => c is '\\' or '*' or '(' or ')' or '\0' ? "\\" + ((int)c).ToString("x2", CultureInfo.InvariantCulture) : c.ToString()));
    }
}
