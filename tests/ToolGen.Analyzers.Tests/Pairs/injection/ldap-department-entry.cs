// Counts the accounts of a department; the department is pasted into the ADsPath of the entry that is bound to.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.DirectoryServices;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class DepartmentTools
    {
        [McpServerTool, Description("Counts the accounts in a department's organisational unit.")]
        public static async Task<int> CountAccounts([Description("Department, such as 'Sales'.")] string department)
        {
            return await Task.Run(() =>
            {
                var path = $"LDAP://dc01.example.com/OU={department},OU=Staff,DC=example,DC=com";
                using var entry = new DirectoryEntry(path);
                int count = 0;
                foreach (DirectoryEntry child in entry.Children)
                    using (child) count++;
                return count;
            });
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class DepartmentTools
    {
        private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Sales"] = "LDAP://dc01.example.com/OU=Sales,OU=Staff,DC=example,DC=com",
            ["Support"] = "LDAP://dc01.example.com/OU=Support,OU=Staff,DC=example,DC=com",
            ["Research"] = "LDAP://dc01.example.com/OU=Research,OU=Staff,DC=example,DC=com",
        };

        [McpServerTool, Description("Counts the accounts in a department's organisational unit.")]
        public static async Task<int> CountAccounts([Description("Department, such as 'Sales'.")] string department)
        {
            if (!Units.TryGetValue(department, out var path))
                throw new ArgumentException("Departments: " + string.Join(", ", Units.Keys));

            return await Task.Run(() =>
            {
                using var entry = new DirectoryEntry(path);
                int count = 0;
                foreach (DirectoryEntry child in entry.Children)
                    using (child) count++;
                return count;
            });
        }
    }
}
