// Schedules a report for every day; time and command are echoed into crontab by a shell.
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ScheduleTools
    {
        [McpServerTool(Name = "schedule_report"), Description("Schedules a report.")]
        public static async Task<bool> ScheduleAsync(
            [Description("When, as cron writes it")] string when,
            [Description("Report: sales, stock or returns")] string report)
        {
            var entry = $"{when} /opt/shop/report {report}";
            var exit = await BashAsync($"(crontab -l 2>/dev/null; echo \"{entry}\") | crontab -");
            return exit == 0;
        }

        private static async Task<int> BashAsync(string script)
        {
            using var bash = new Process { StartInfo = { FileName = "bash", ArgumentList = { "-c", script } } };
            bash.Start();
            await bash.WaitForExitAsync();
            return bash.ExitCode;
        }
    }
}

namespace Fixed
{
    public enum Report
    {
        Sales,
        Stock,
        Returns,
    }

    [McpServerToolType]
    public static class ScheduleTools
    {
        [McpServerTool(Name = "schedule_report"), Description("Schedules a report for a time of every day; takes the place of the reports scheduled before.")]
        public static async Task<bool> ScheduleAsync([Description("Time of day")] TimeOnly at, [Description("The report")] Report report)
        {
            var name = report switch
            {
                Report.Sales => "sales",
                Report.Stock => "stock",
                Report.Returns => "returns",
                _ => throw new ArgumentOutOfRangeException(nameof(report)),
            };
            var entry = string.Format(CultureInfo.InvariantCulture, "{0} {1} * * * /opt/shop/report {2}", at.Minute, at.Hour, name);

            using var crontab = new Process { StartInfo = { FileName = "crontab", ArgumentList = { "-" }, RedirectStandardInput = true } };
            crontab.Start();
            await crontab.StandardInput.WriteAsync(entry + "\n");
            crontab.StandardInput.Close();
            await crontab.WaitForExitAsync();
            return crontab.ExitCode == 0;
        }
    }
}
