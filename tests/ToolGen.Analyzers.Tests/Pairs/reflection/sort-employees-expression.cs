// Sorts employees by a column; the column may be any property, so the order tells salaries and hashes that are not shown.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Linq.Expressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class Employee
    {
        public required string Name { get; init; }
        public required string Department { get; init; }
        public decimal Salary { get; init; }
        public string PinHash { get; init; } = "";
    }

    public static class Sorting
    {
        public static IQueryable<T> By<T>(this IQueryable<T> source, string member, bool descending)
        {
            var item = Expression.Parameter(typeof(T), "item");
            var key = Expression.PropertyOrField(item, member);
            var call = Expression.Call(typeof(Queryable), descending ? "OrderByDescending" : "OrderBy", [typeof(T), key.Type], source.Expression, Expression.Quote(Expression.Lambda(key, item)));
            return source.Provider.CreateQuery<T>(call);
        }
    }

    [McpServerToolType]
    public sealed class EmployeeTools(IQueryable<Employee> employees)
    {
        [McpServerTool(Name = "list_employees", ReadOnly = true), Description("Names of employees, sorted.")]
        public IEnumerable<string> List(string sortBy = "Name", bool descending = false)
            => employees.By(sortBy, descending).Take(100).Select(e => e.Name + ", " + e.Department);
    }
}

namespace Fixed
{
    public sealed class Employee
    {
        public required string Name { get; init; }
        public required string Department { get; init; }
        public decimal Salary { get; init; }
        public string PinHash { get; init; } = "";
    }

    [McpServerToolType]
    public sealed class EmployeeTools(IQueryable<Employee> employees)
    {
        [McpServerTool(Name = "list_employees", ReadOnly = true), Description("Names of employees, sorted by Name or Department.")]
        public IEnumerable<string> List(string sortBy = "Name", bool descending = false)
        {
            Expression<Func<Employee, string>> key = sortBy switch
            {
                nameof(Employee.Name) => e => e.Name,
                nameof(Employee.Department) => e => e.Department,
                _ => throw new ArgumentException("Sort by Name or Department.", nameof(sortBy)),
            };
            var sorted = descending ? employees.OrderByDescending(key) : employees.OrderBy(key);
            return sorted.Take(100).Select(e => e.Name + ", " + e.Department);
        }
    }
}
