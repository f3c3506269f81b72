// Lists the grades of a course; the course's code is checked with ^ and $, which match at every line.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class Grade
    {
        public int Id { get; set; }
        public string Course { get; set; } = "";
        public string Student { get; set; } = "";
        public double Points { get; set; }
    }

    public sealed class SchoolContext(DbContextOptions<SchoolContext> options) : DbContext(options)
    {
        public DbSet<Grade> Grades => this.Set<Grade>();
    }

    public static class GradeFunctions
    {
        private static readonly Regex Code = new("^[A-Z]{2,4}-[0-9]{3}$", RegexOptions.Multiline, TimeSpan.FromSeconds(1));

        public static AIFunction Create(SchoolContext db) => AIFunctionFactory.Create(async (string course) =>
        {
            if (!Code.IsMatch(course)) throw new ArgumentException("A course has a code such as MATH-101.");
            var query = "SELECT * FROM Grades WHERE Course = '" + course + "'";
            var grades = await db.Grades.FromSqlRaw(query).AsNoTracking().ToListAsync();
            return grades.ConvertAll(g => $"{g.Student}: {g.Points}");
        }, "list_grades");
    }
}

namespace Fixed
{
    public sealed class Grade
    {
        public int Id { get; set; }
        public string Course { get; set; } = "";
        public string Student { get; set; } = "";
        public double Points { get; set; }
    }

    public sealed class SchoolContext(DbContextOptions<SchoolContext> options) : DbContext(options)
    {
        public DbSet<Grade> Grades => this.Set<Grade>();
    }

    public static class GradeFunctions
    {
        private static readonly Regex Code = new(@"\A[A-Z]{2,4}-[0-9]{3}\z", RegexOptions.None, TimeSpan.FromSeconds(1));

        public static AIFunction Create(SchoolContext db) => AIFunctionFactory.Create(async (string course) =>
        {
            if (!Code.IsMatch(course)) throw new ArgumentException("A course has a code such as MATH-101.");
            var grades = await db.Grades.FromSqlInterpolated($"SELECT * FROM Grades WHERE Course = {course}").AsNoTracking().ToListAsync();
            return grades.ConvertAll(g => $"{g.Student}: {g.Points}");
        }, "list_grades");
    }
}
