// Tells whether a user may sign releases; the user's name is checked against a pattern, but the untrimmed original goes into the filter.
using System;
using System.DirectoryServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public class SigningPolicy(DirectoryEntry directory)
    {
        private static readonly Regex Login = new("^[a-z]+", RegexOptions.IgnoreCase);

        public AITool AsTool() => AIFunctionFactory.Create(MaySign, name: "may_sign");

        public bool MaySign(string login)
        {
            var short_ = login.Split('@')[0].Trim();
            if (!Login.IsMatch(short_)) return false;
            using var search = new DirectorySearcher(directory);
            search.Filter = "(&(sAMAccountName=" + login + ")(memberOf=CN=ReleaseSigners,OU=Groups,DC=example,DC=com))";
            return search.FindOne() is not null;
        }
    }
}

namespace Fixed
{
    public class SigningPolicy(DirectoryEntry directory)
    {
        private static readonly Regex Login = new(@"\A[a-z][a-z0-9.]{0,31}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        public AITool AsTool() => AIFunctionFactory.Create(MaySign, name: "may_sign");

        public bool MaySign(string login)
        {
            var account = login.Split('@')[0].Trim();
            if (!Login.IsMatch(account)) return false;
            using var search = new DirectorySearcher(directory);
            search.Filter = "(&(sAMAccountName=" + account + ")(memberOf=CN=ReleaseSigners,OU=Groups,DC=example,DC=com))";
            return search.FindOne() is not null;
        }
    }
}
