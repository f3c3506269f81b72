using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Tools;

public sealed partial class LoanSchedule
{
    public override partial ValueTask<Output> RunAsync(Input input, ToolContext context, CancellationToken cancellationToken)
    {
        var rate = input.YearlyRate / 1200m;
        var payment = Payment(input.Amount, rate, input.Months);
        if (payment < 0.01m || input.Amount < 0.01m * input.Months)
            throw Fail("amount_too_small", $"{input.Amount} over {input.Months} months is less than a cent a month");

        var balance = input.Amount;
        var total = 0m;
        var installments = new List<InstallmentsItem>();
        for (var month = 1; month <= input.Months; month++)
        {
            var interest = Cents(balance * rate);
            var principal = month < input.Months ? Math.Min(payment - interest, balance) : balance;
            balance -= principal;
            total += interest;
            if (month <= input.First) installments.Add(new(month, principal + interest, interest, principal, balance));
        }

        return new(new Output(payment, total, installments));
    }

    private static decimal Payment(decimal amount, decimal rate, int months)
    {
        if (rate == 0) return Cents(amount / months);
        var growth = 1m;
        for (var month = 0; month < months; month++) growth /= 1 + rate;
        return Cents(amount * rate / (1 - growth));
    }

    private static decimal Cents(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
