// Cancels orders that are given as a list of numbers; whether it is one is tested by an exponential pattern.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IOrders { bool Cancel(long number); }

    [McpServerToolType]
    public class OrderTools(IOrders orders)
    {
        [McpServerTool(Name = "cancel_orders", Destructive = true), Description("Cancels orders.")]
        public string Cancel([Description("Numbers, separated by commas")] string numbers)
        {
            var list = numbers.Trim();
            if (!Regex.Match(list, @"^(\d+,?)+$").Success) return "Write numbers, separated by commas.";
            var cancelled = list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).Count(orders.Cancel);
            return $"{cancelled} cancelled";
        }
    }
}

namespace Fixed
{
    public interface IOrders { bool Cancel(long number); }

    [McpServerToolType]
    public class OrderTools(IOrders orders)
    {
        [McpServerTool(Name = "cancel_orders", Destructive = true), Description("Cancels orders.")]
        public string Cancel([Description("Numbers, separated by commas")] string numbers)
        {
            var list = numbers.Trim();
            if (!Regex.Match(list, @"^[0-9]{1,12}(?:,[0-9]{1,12}){0,49}\z").Success) return "Write up to 50 numbers, separated by commas.";
            var cancelled = list.Split(',').Select(long.Parse).Count(orders.Cancel);
            return $"{cancelled} cancelled";
        }
    }
}
