// Sums a ledger account with Dapper; the token that the kernel gives is not part of the command.
using System;
using System.ComponentModel;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;
using Dapper;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class LedgerPlugin(DbDataSource ledger)
    {
        [KernelFunction("account_balance"), Description("Balance of an account on a day.")]
        public async Task<decimal> BalanceAsync(int account, DateTime day, CancellationToken cancellationToken = default)
        {
            await using var connection = await ledger.OpenConnectionAsync();
            return await connection.ExecuteScalarAsync<decimal>(
                "SELECT COALESCE(SUM(amount), 0) FROM entries WHERE account = @account AND booked <= @day",
                new { account, day }, commandTimeout: 0);
        }
    }
}

namespace Fixed
{
    public sealed class LedgerPlugin(DbDataSource ledger)
    {
        [KernelFunction("account_balance"), Description("Balance of an account on a day.")]
        public async Task<decimal> BalanceAsync(int account, DateTime day, CancellationToken cancellationToken = default)
        {
            await using var connection = await ledger.OpenConnectionAsync(cancellationToken);
            return await connection.ExecuteScalarAsync<decimal>(new CommandDefinition(
                "SELECT COALESCE(SUM(amount), 0) FROM entries WHERE account = @account AND booked <= @day",
                new { account, day }, commandTimeout: 15, cancellationToken: cancellationToken));
        }
    }
}
