// Approves expenses as the user of the call; the user is kept in a static property between the check and the deed.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record Person(int Id, decimal Limit);
    public interface IPeople { Task<Person> SignedInAsync(); }
    public interface IExpenses { Task<decimal> AmountAsync(int expense); Task ApproveAsync(int expense, int by); }

    public sealed class ExpensePlugin(IPeople people, IExpenses expenses)
    {
        private static Person? Approver { get; set; }

        [KernelFunction("approve_expense"), Description("Approves an expense within your limit.")]
        public async Task<bool> ApproveAsync(int expense)
        {
            Approver = await people.SignedInAsync();
            if (!await this.WithinLimitAsync(expense)) return false;
            await expenses.ApproveAsync(expense, Approver.Id);
            return true;
        }

        private async Task<bool> WithinLimitAsync(int expense)
        {
            var amount = await expenses.AmountAsync(expense);
            return amount <= Approver!.Limit;
        }
    }
}

namespace Fixed
{
    public record Person(int Id, decimal Limit);
    public interface IPeople { Task<Person> SignedInAsync(); }
    public interface IExpenses { Task<decimal> AmountAsync(int expense); Task ApproveAsync(int expense, int by); }

    public sealed class ExpensePlugin(IPeople people, IExpenses expenses)
    {
        [KernelFunction("approve_expense"), Description("Approves an expense within your limit.")]
        public async Task<bool> ApproveAsync(int expense)
        {
            var approver = await people.SignedInAsync();
            if (!await this.WithinLimitAsync(expense, approver)) return false;
            await expenses.ApproveAsync(expense, approver.Id);
            return true;
        }

        private async Task<bool> WithinLimitAsync(int expense, Person approver)
        {
            var amount = await expenses.AmountAsync(expense);
            return amount <= approver.Limit;
        }
    }
}
