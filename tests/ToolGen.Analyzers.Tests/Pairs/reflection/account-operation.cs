// Carries out an operation of a service that the caller names; the methods for administrators have names too.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ToolGen;

namespace Vulnerable
{
    public sealed class AccountService
    {
        private readonly Dictionary<string, decimal> balances = new() { ["A-1"] = 120.50m, ["A-2"] = 7m };

        public decimal Balance(string account) => this.balances.GetValueOrDefault(account);

        public bool Exists(string account) => this.balances.ContainsKey(account);

        public void Close(string account) => this.balances.Remove(account);
    }

    public sealed class AccountTools(AccountService accounts)
    {
        /// <summary>Looks something up about an account.</summary>
        /// <param name="operation">Balance or Exists.</param>
        /// <param name="account">Number of the account.</param>
        [Tool(Name = "account_lookup", ReadOnly = true)]
        public string Lookup(string operation, string account)
        {
            MethodInfo? method = accounts.GetType().GetMethod(operation);
            if (method is null) throw new ToolException(ToolErrorCodes.InvalidInput, "there is no such operation");
            return method.Invoke(accounts, [account])?.ToString() ?? "done";
        }
    }
}

namespace Fixed
{
    public sealed class AccountService
    {
        private readonly Dictionary<string, decimal> balances = new() { ["A-1"] = 120.50m, ["A-2"] = 7m };

        public decimal Balance(string account) => this.balances.GetValueOrDefault(account);

        public bool Exists(string account) => this.balances.ContainsKey(account);

        public void Close(string account) => this.balances.Remove(account);
    }

    public sealed class AccountTools
    {
        private readonly Dictionary<string, Func<string, string>> operations;

        public AccountTools(AccountService accounts) => this.operations = new(StringComparer.Ordinal)
        {
            [nameof(AccountService.Balance)] = account => accounts.Balance(account).ToString("0.00"),
            [nameof(AccountService.Exists)] = account => accounts.Exists(account) ? "yes" : "no",
        };

        /// <summary>Looks something up about an account.</summary>
        /// <param name="operation">Balance or Exists.</param>
        /// <param name="account">Number of the account.</param>
        [Tool(Name = "account_lookup", ReadOnly = true)]
        public string Lookup(string operation, string account)
            => this.operations.TryGetValue(operation, out var look)
                ? look(account)
                : throw new ToolException(ToolErrorCodes.InvalidInput, "the operation is one of " + string.Join(", ", this.operations.Keys));
    }
}
