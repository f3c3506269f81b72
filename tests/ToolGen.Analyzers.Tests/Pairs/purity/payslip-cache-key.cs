// Looks up payslips as the signed-in employee; a static cache has only the month as its key.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface ISignedIn { int Employee { get; } }
    public interface IPayroll { Task<decimal> NetAsync(int employee, int year, int month); }

    public sealed class PayslipPlugin(ISignedIn user, IPayroll payroll)
    {
        private static readonly Dictionary<(int Year, int Month), decimal> Cache = [];

        [KernelFunction("net_pay"), Description("What was paid to you in a month.")]
        public async Task<decimal> NetAsync(int year, int month)
        {
            if (Cache.TryGetValue((year, month), out var known)) return known;
            var net = await payroll.NetAsync(user.Employee, year, month);
            Cache[(year, month)] = net;
            return net;
        }
    }
}

namespace Fixed
{
    public interface ISignedIn { int Employee { get; } }
    public interface IPayroll { Task<decimal> NetAsync(int employee, int year, int month); }

    public sealed class PayslipPlugin(ISignedIn user, IPayroll payroll)
    {
        [KernelFunction("net_pay"), Description("What was paid to you in a month.")]
        public async Task<decimal> NetAsync(int year, int month)
        {
            if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month));
            return await payroll.NetAsync(user.Employee, year, month);
        }
    }
}
